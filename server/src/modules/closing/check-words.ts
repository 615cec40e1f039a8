import type { Said } from '#kernel/languages.ts'
import { amountText } from '#kernel/money.ts'
import type { Due } from './due-occurrences.ts'
import type { GroupDifference } from './group-differences.ts'
import type { Mark } from './marks-queries.ts'

export const noCash: Said = {
  en: 'There is no cash in this book to compare with a bank.',
  de: 'In diesem Buch gibt es keine Zahlungsmittel, die mit einer Bank zu vergleichen wären.',
}
export const notReconciled: Said = {
  en: 'Nobody has said that its cash agrees with the bank. Compare it with the statement of the month, then say so: this is by hand.',
  de: 'Niemand hat vermerkt, dass die Zahlungsmittel mit der Bank übereinstimmen. Vergleichen Sie sie mit dem Kontoauszug des Monats, und vermerken Sie es: Das geschieht von Hand.',
}
export const notReviewed: Said = {
  en: 'Nobody has said that they reviewed this month. Look at it, then say so.',
  de: 'Niemand hat vermerkt, dass dieser Monat durchgesehen ist. Sehen Sie ihn durch, und vermerken Sie es.',
}
export const agreed: Said = {
  en: 'What it and its group say that they owe each other agrees.',
  de: 'Was die Gesellschaft und ihr Konzern einander schulden, stimmt auf beiden Seiten überein.',
}
export const allRun: Said = {
  en: 'All that schedules have due is posted.',
  de: 'Alles, was nach Plan fällig ist, ist gebucht.',
}
export const notRun = (name: string, on: string, more: number): Said => ({
  en: `"${name}" is due on ${on} and is not posted${more > 0 ? ` (and ${more} more)` : ''}. Run the schedules.`,
  de: `„${name}“ ist am ${on} fällig und nicht gebucht${more > 0 ? ` (und ${more} weitere)` : ''}. Führen Sie die Buchungspläne aus.`,
})
export const notPosted = ({ schedule, effectiveOn }: Due, more: number, why: Said): Said => ({
  en: `"${schedule.name}" is due on ${effectiveOn} and could not be posted${more > 0 ? ` (and ${more} more are due)` : ''}. ${why.en}`,
  de: `„${schedule.name}“ ist am ${effectiveOn} fällig und konnte nicht gebucht werden${more > 0 ? ` (und ${more} weitere sind fällig)` : ''}. ${why.de}`,
})
export const nothingForeign: Said = {
  en: 'It holds nothing in a foreign currency.',
  de: 'Es enthält nichts in fremder Währung.',
}
export const revaluedThen: Said = {
  en: 'It was revalued on the last day of the month.',
  de: 'Es wurde am letzten Tag des Monats neu bewertet.',
}
export const notRevalued = (currencies: string): Said => ({
  en: `It holds ${currencies} and was not revalued on the last day of the month.`,
  de: `Es enthält ${currencies} und wurde am letzten Tag des Monats nicht neu bewertet.`,
})

export function said({ actorName, markedOn, note }: Mark): Said {
  const more = note === null ? '' : `: ${note}`
  return {
    en: `As ${actorName ?? 'this machine'} says since ${markedOn}${more}`,
    de: `So vermerkt von ${actorName ?? 'dieser Maschine'} am ${markedOn}${more}`,
  }
}

export function outdated({ actorName, markedOn, since }: Mark): Said {
  return {
    en: `${actorName ?? 'This machine'} said so on ${markedOn}, and ${since === 1 ? '1 entry has' : `${since} entries have`} come in since. Look again, then say so again.`,
    de: `${actorName ?? 'Diese Maschine'} hat es am ${markedOn} vermerkt, und seither ${since === 1 ? 'kam 1 Buchung' : `kamen ${since} Buchungen`} hinzu. Sehen Sie noch einmal nach, und vermerken Sie es neu.`,
  }
}

export function disagreed(
  { partnerId, currency, oursMinor, theirsMinor }: GroupDifference,
  more: number,
  names: ReadonlyMap<string, string>,
): Said {
  const [ours, off] = [amountText(oursMinor, currency), amountText(oursMinor + (theirsMinor ?? 0n), currency)]
  const partner = partnerId === null ? '' : (names.get(partnerId) ?? partnerId)
  const rest = { en: more > 0 ? ` (and ${more} more)` : '', de: more > 0 ? ` (und ${more} weitere)` : '' }
  if (partnerId === null)
    return {
      en: `${ours} with the group names no partner${rest.en}. Take those lines back and post them with their partner.`,
      de: `${ours} mit dem Konzern nennen keine Gegenseite${rest.de}. Stornieren Sie diese Zeilen, und buchen Sie sie mit ihrer Gegenseite.`,
    }
  if (theirsMinor === null)
    return {
      en: `${ours} with ${partner} cannot be compared: it has no book that you can read${rest.en}. Open it, or ask somebody who can read both.`,
      de: `${ours} mit ${partner} lassen sich nicht vergleichen: Es gibt dort kein Buch, das Sie lesen können${rest.de}. Eröffnen Sie es, oder bitten Sie jemanden, der beide lesen kann.`,
    }
  return {
    en: `This book and that of ${partner} differ by ${off}${rest.en}. Post what is missing on one side.`,
    de: `Dieses Buch und das von ${partner} weichen um ${off} voneinander ab${rest.de}. Buchen Sie, was auf einer Seite fehlt.`,
  }
}
