import { ventures } from './ventures.ts'

/** Name | what it does | for whom. One line each, so that a reader can go through them as through a list. */
export const FOUNDATION = ventures(`
Brightwater Fund | pays for wells and the training to keep them | dry villages
Lamplight Scholars | funds the last year of a degree | students who would leave
Seedbank Trust | stores regional seeds and lends them out | small farmers
Open Ward | buys toys and time for children's wards | district hospitals
Rights Clinic Fund | pays for the first legal hour | tenants in dispute
Hedgerow Endowment | plants hedges and pays for ten years of care | farm landscapes
Second Reading Foundation | gives reading glasses to schoolchildren | schools in poor districts
Coastal Memory | restores tide mills and lifeboat houses | fishing villages
Girls Who Measure | funds surveying and mapping courses | young women in trades
Bread First | backs bakeries that give away what is left | food banks
Quiet Rooms | builds rest rooms for families beside intensive care | hospitals
Clean Air Class | puts air filters into classrooms and publishes the data | primary schools
Rebuild Tools | refurbishes tools and ships them | vocational schools abroad
Safe Harbour Grants | pays rent for the month after leaving | people who flee violence
Young Archivists | trains pupils to record their town | local museums
The Long Loan | lends without interest for wheelchairs | families without cover
Forest Ladder | buys forest beside reserves, acre by acre | nature trusts
Musical Spare Parts | repairs instruments and hands them on | youth orchestras
Disaster Ledger | publishes where relief money went | donors and towns
Warm Winter Trust | insulates the homes of pensioners | cold regions
`)
