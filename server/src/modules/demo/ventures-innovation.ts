import { ventures } from './ventures.ts'

/** Name | what it does | for whom. One line each, so that a reader can go through them as through a list. */
export const INNOVATION = ventures(`
Gatefold Lab | tests ten ideas in ten days with real buyers | product managers
Patent Pantry | licenses patents that large firms do not use | inventors and small makers
Prototype Post | builds a working model in two weeks | founders without engineers
Sprint Foundry | rents whole teams for a quarter | family firms
Signal & Noise | interviews twenty customers and writes what they said | early ventures
Venture Autopsy | studies why companies failed and sells the lesson | investors
Blue Folder Pilots | runs paid pilots between start-ups and cities | city halls
Hypothesis Desk | keeps a register of what a team believes and knows | research groups
Clinic of Ideas | gives employees a budget and a judge | hospitals
Standards Scout | tells which norms a new product must meet | device founders
Tech Transfer Tram | turns university results into offers | technology offices
Materials Speed-dating | brings makers and material scientists together | trade fairs
Field Test Farm | gives agricultural start-ups land and cows | agritech founders
Open Bench Biology | rents laboratory benches by the day | biotech beginners
Innovation Census | measures what research spending brought | ministries
Naming Bureau | finds names that are free in forty countries | brand teams
Moonshot Insurance | insures pilots against failing | corporate innovators
Reverse Pitch | has large firms pitch their problems | start-up hubs
Second Prototype | repairs designs before the tooling is paid for | hardware teams
Kill Fee Collective | buys the code of closed ventures | engineers who build again
`)
