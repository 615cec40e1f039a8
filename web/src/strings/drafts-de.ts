/** Die Wörter zu Buchungen, die noch nicht gebucht sind. */
export const draftsDe = {
  title: 'Entwürfe',
  kinds: 'Gebucht, oder noch nicht',
  posted: 'Gebucht',
  save: 'Als Entwurf speichern',
  savedToast: 'Der Entwurf ist gespeichert. Er zählt in keinem Saldo, bis er gebucht wird.',
  ctrlSSaves: 'speichert einen Entwurf',
  altEnterOpens: 'mehr zu einer Zeile',
  readAgain: 'Zeigen, was jetzt gespeichert ist',
  void: 'Entwurf verwerfen',
  voidTitle: 'Diesen Entwurf verwerfen?',
  voidDetail: 'Er verschwindet aus der Liste und lässt sich nicht zurückholen. Gebucht wurde davon nichts.',
  voidedToast: '„{{memo}}“ ist verworfen.',
  noMemo: 'Ohne Text',
  noDayReason: 'Noch ist kein Tag gewählt.',
  noAmountReason: 'Im Soll steht noch nichts.',
  changedAt: 'Zuletzt geändert',
  total_one: '{{count, number}} Entwurf',
  total_other: '{{count, number}} Entwürfe',
  none: {
    title: 'Kein Entwurf',
    detail:
      'Eine Buchung, die noch nicht fertig ist, lässt sich aus dem Formular speichern. Fertig macht sie später, wer buchen darf.',
  },
  settled: {
    posted: {
      title: 'Dieser Entwurf ist gebucht',
      detail: 'Er steht als Buchung im Buch.',
      action: 'Buchung öffnen',
    },
    voided: {
      title: 'Dieser Entwurf wurde verworfen',
      detail: 'Er kann nicht mehr gebucht werden.',
      action: 'Entwürfe öffnen',
    },
  },
  detailsOf: 'Mehr zu Zeile {{number}}',
  partner: 'Partnergesellschaft',
  counterparty: 'Geschäftspartner',
  tags: 'Schlagwörter',
  tagsHint: 'mit Kommas dazwischen',
}

export const pendingDe = {
  title: 'Vorgemerkt',
  stateTitle: 'Stand',
  state: { open: 'Wartet', expired: 'Abgelaufen', posted: 'Gebucht', voided: 'Aufgehoben' },
  until: 'Gültig bis',
  holds: 'Reserviert',
  holdsNothing: 'Es ist nichts reserviert.',
  reservedBy: 'Vorgemerkt von',
  theEntry: 'Die daraus entstandene Buchung',
  void: 'Aufheben',
  voidTitle: 'Diese Vormerkung aufheben?',
  voidDetail:
    'Was „{{memo}}“ reserviert, ist sofort frei; gebucht werden kann die Vormerkung dann nicht mehr.',
  voidedToast: '„{{memo}}“ ist aufgehoben; was reserviert war, ist frei.',
  total_one: '{{count, number}} Buchung',
  total_other: '{{count, number}} Buchungen',
  none: {
    title: 'Nichts ist vorgemerkt',
    detail:
      'Software kann eine Buchung vormerken, bevor sie sicher ist, etwa eine Zahlung, die unterwegs ist. Sie wartet dann hier und reserviert ihr Geld, bis sie gebucht, aufgehoben oder abgelaufen ist.',
  },
  noneSettled: { title: 'Hier ist nichts', detail: 'Keine Vormerkung dieses Buchs hat diesen Stand.' },
}
