import { ventures } from './ventures.ts'

/** Name | what it does | for whom. One line each, so that a reader can go through them as through a list. */
export const TECHNOLOGY = ventures(`
Ledger Lane Inc. | reconciles payment files against bank statements | fintech engineers
Patchbay | routes webhooks and replays what was lost | teams with many integrations
Coldframe | keeps staging databases small and free of personal data | software teams
Siltstone Logs | stores logs for a tenth and searches them in seconds | platform engineers
Rivet CI | finds the tests that a change can break | large repositories
Halftone | turns design files into tested components | product studios
Beaconry | watches certificates, domains and their owners | IT departments
Mossback Backup | proves each week that a backup can be restored | hospitals and towns
Trigram Search | adds search to a product with one table | small software firms
Fathom Queue | shows why a queue grows before it hurts | operations teams
Lintel | reviews infrastructure changes against a written policy | regulated firms
Quayside Auth | gives old software single sign-on | vendors of desktop programs
Wickerwork API | writes client libraries from a specification | API companies
Gneiss Storage | moves cold files to tape and finds them again | film studios
Paperbark OCR | reads forms that were filled in by hand | insurers
Overstory | draws the map of services from their traffic | architects of old systems
Tidy Tables | finds columns nobody reads and who could drop them | data teams
Switchyard | rolls features out by rule and back by one click | mobile teams
Kestrel Edge | runs small programs close to the shop floor | machine builders
Rootline SBOM | lists what is in a release and what is unsafe in it | makers of devices
Hushport | connects private networks without a VPN client | remote teams
Sandglass | replays a production minute on a laptop | backend developers
Birchbark Docs | keeps documentation true by running its examples | developer tools firms
Nightjar Alerts | wakes one person and not ten | on-call teams
Marlin Sync | keeps tablets in step where the net is bad | field service firms
Cordage | checks contracts between services before they are deployed | groups of teams
Plinth CMS | gives towns a website that screen readers can use | municipalities
Grist Mill Data | cleans supplier catalogues | purchasing departments
Echo Lock | signs audio so that a fake can be told | newsrooms
Barn Owl Sensors | listens to machines and hears the bearing that fails | mills and quarries
Flint Forms | builds forms that work without scripts | public offices
Copse Cluster | rents idle workstations at night for rendering | architects
Vesper Mail | delivers transactional mail and says why it bounced | online services
Thimble Analytics | counts visits without following anyone | publishers
Ballast Load | rehearses the busiest day of the year | ticket sellers
Archway Migration | moves old databases with both sides running | banks and insurers
Semaphore Status | tells customers the truth during an outage | software providers
Pinafore | tests emails and PDFs as if they were screens | billing teams
Lodestar Maps | serves maps from one file on your own machine | logistics firms
Wren Voice | turns a phone line into a form | surgeries and garages
Tarn Vault | rotates secrets and shows who used them | cloud teams
Palimpsest | shows every version of a spreadsheet cell | controllers
Gearbox Schema | migrates a schema without a pause | online shops
Clover Support | answers tickets from the manual and cites the page | equipment vendors
Onyx Ingest | reads industrial protocols into one stream | factories
Meridian Time | schedules across time zones by fairness | distributed teams
Skylark Deploy | deploys to a thousand kiosks overnight | retail chains
Rune Keyboard | types rare languages on any phone | language institutes
Bluestem Queries | explains a slow query in words | application developers
Harrow Robots | drives test rigs from a browser | appliance makers
Inkcap | prints labels from any program | small warehouses
Mortise | joins CAD files from two systems | joineries
Sycamore Access | checks who still has a key to what | facility managers
Tinder Box Labs | simulates fire alarms before they are wired | planning offices
Watermark Provenance | marks where each figure of a report is from | research houses
Zephyr Load Boards | matches cloud jobs to windy hours | climate-minded firms
Crosshatch | compares two versions of a drawing | civil engineers
Osier Workflow | turns a checklist into software | laboratories
Pylon Metering | reads electricity meters over the air | landlords
Junco Captions | captions live talks on the speaker's own machine | conferences
`)
