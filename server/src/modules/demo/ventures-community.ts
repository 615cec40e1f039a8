import { ventures } from './ventures.ts'

/** Name | what it does | for whom. One line each, so that a reader can go through them as through a list. */
export const COMMUNITY = ventures(`
Quorumkit | runs votes and minutes of associations online | housing cooperatives
Fencepost | lends tools from one garage to the next | suburban streets
Potluck Parish | plans shared meals with diets and lifts | church communities
Ridgeline Runners | organises trail runs with local guides | people new to a town
Second Bench | trains volunteers to run repair cafés | neighbourhood centres
Harbourlight Choirs | starts choirs in workplaces | hospitals and docks
Elderberry Calls | phones older people each morning and listens | families far away
Common Kitchen Club | rents church kitchens by the hour | cooks who sell at markets
Kitelines | gathers parents of children with rare diseases | families after a diagnosis
Allotment Exchange | trades vegetables and seedlings by the box | gardeners with too much
Townhall Tonight | sums up council meetings in five minutes | residents with little time
Block & Barrow | collects bulky waste by cargo bike | flats without a lift
Grapevine Guild | keeps a regional directory of crafts people | village tourism offices
Hearth School | gives home-schooling families a shared room twice a week | home educators
Stitch Assembly | meets to mend clothes and swap fabric | city quarters
Riverkeep | logs what volunteers find along rivers | angling clubs
Night Market Co-op | shares stalls, tents and permits | street food sellers
Open Pitch League | runs football leagues without fees | teenagers in estates
Bookbarrow | moves a small library from square to square | towns without a branch
Welcome Table | seats newcomers and locals at one dinner a month | refugee councils
Dogwalk Circle | shares dog walking by points and not by money | owners who travel
Lantern Festival Desk | helps streets close for a day and insures them | residents' groups
Chessyard | puts boards into parks and finds opponents | beginners of any age
Warmline | answers loneliness calls with trained neighbours | rural counties
Tandem Tenants | explains rent law in eight languages | tenants' unions
Buskers Board | gives street musicians slots and tips by card | town centres
Mothertongue Mornings | reads to children in the language of their parents | migrant families
Cedar Shed | opens workshops where older men build things | retired tradesmen
Ferry Friends | shares crossings and parcels between islands | island villages
Garden Gate Days | opens private gardens for a day each year | local hospices
Bench Press Society | trains in parks with weights that lock to a rail | people who avoid gyms
Bike Kitchen Network | supplies parts to volunteer bicycle workshops | student towns
Spare Chair | fills empty seats at family tables on holidays | people who live alone
Pollen Count Club | maps pollen street by street | people with allergies
Hillside Orchestra | lends instruments to adult beginners | former school players
Old Mill Makers | turns empty mills into shared studios | potters and printers
Skillswap Sunday | trades an hour of teaching for an hour of learning | neighbourhoods
Safe Walk Home | walks with people by phone at night | late shift workers
Coastwatch Volunteers | trains lookouts with cameras and radio | fishing harbours
Playstreet | turns a road into a playground each Thursday | parents' groups
Letterbox Pals | pairs pupils with care home residents as pen friends | schools and homes
Quiet Carriage Meetups | arranges silent company for introverts | commuters
Village Phone Tree | reaches every house when the power fails | valleys with bad reception
Harvest Hands | brings volunteers to farms for the last week of picking | fruit growers
Newcomers' Almanac | tells how things are done here, month by month | expat families
Storm Pantry | stocks shared emergency shelves | coastal streets
Makers' Row | gives craft sellers a joint shop window | towns with empty shops
Grandmother's Radio | records family stories as episodes | families across countries
Second Saturday Cinema | shows films where the cinema closed | market towns
Canal Commons | looks after locks and towpaths together | boat dwellers
`)
