import { ventures } from './ventures.ts'

/** Name | what it does | for whom. One line each, so that a reader can go through them as through a list. */
export const KNOWLEDGE = ventures(`
Marginalia | collects what experts write in the margin of reports | policy institutes
Footnote Desk | checks citations before a paper is sent | journals
Atlas of Suppliers | maps who makes which part where | industrial buyers
Briefing Room North | sums up a field in two pages each week | boards
Plain Statute | explains new laws in ordinary words | small firms
Archive Diver | finds documents in paper archives on request | historians and lawyers
Method Library | keeps laboratory methods with what went wrong | chemistry departments
Expert Hour | sells an hour with somebody who has done it | founders
Translation Memory Bank | lends terminology of whole trades | translators
Dataset Almanac | says which public data is still maintained | data journalists
Interview Vault | keeps customer interviews searchable and private | product teams
Oral Patent History | records inventors before they retire | technical museums
Field Guide Press | makes illustrated guides to invisible work | trade schools
Decision Diary | writes down why a decision was taken | management teams
Ontology Works | orders the words of a company | banks after a merger
Question Exchange | routes a question to the one colleague who knows | engineering firms
Review of Reviews | compares systematic reviews that disagree | hospitals
Map Room Stories | tells cities through old maps | publishers
Playbook Press | turns what a team does into a manual | franchises
Weather Eye Reports | writes risk reports for one valley at a time | insurers
Corpus & Co-editors | prepares text collections with clear rights | language researchers
Sourcebook Daily | links each news story to its documents | readers and teachers
`)
