import { booksDe } from './books-de.ts'
import { portfolioDe } from './portfolio-de.ts'
import { shellDe } from './shell-de.ts'
import type { Strings } from './strings.ts'
import { studioDe } from './studio-de.ts'

/**
 * German, in the "Sie" form. One word for one thing, as in the design:
 *
 * studio Studio · entity Gesellschaft · business Unternehmen · category Kategorie · stage Phase · owner (of a business)
 * Verantwortliche · owner (of shares) Eigentümer · owner (role) Inhaber · stake Beteiligung · run Lauf · step Schritt ·
 * approval Freigabe · rule Regel · exception Auffälligkeit · book Buch · entry Buchung · KPI KPI · value Wert ·
 * valuation Bewertung · headline Leit-KPI · posted gebucht · measured gemessen · claimed angegeben · stale veraltet ·
 * provenance Herkunft · evidence Beleg · right Recht · role Rolle · key Schlüssel · session Sitzung ·
 * audit Prüfprotokoll · line Zeile · seal Siegel · view Ansicht · tag Schlagwort · health Zustand · home Übersicht
 */ export const de: Strings = { ...shellDe, ...portfolioDe, ...booksDe, ...studioDe }
