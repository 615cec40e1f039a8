import { ventures } from './ventures.ts'

/** Name | what it does | for whom. One line each, so that a reader can go through them as through a list. */
export const ECOMMERCE = ventures(`
Nordlicht Möbel | sells restored furniture from Danish estates | first-home buyers
Nordlicht Moebel GmbH | ships restored furniture within Germany | first-home buyers
Harbour Roasters | roasts single-farm coffee to order | offices and home baristas
Harbor Roasters | sends coffee subscriptions roasted on Mondays | home baristas
Parcelwise Returns | resells returned parcels after a check | bargain hunters
ReturnPort | sells checked returns of electronics | students
Wool & Weather | knits jumpers from one flock at a time | hikers
Brine & Barrel | ships pickles and ferments in glass | delicatessens
Little Lathe | turns wooden toys from offcuts | grandparents
Fjordline Outdoor | sells tents that can be repaired | wild campers
Saddle Stitch | makes leather notebooks with refills | writers
Copper Kettle Teas | blends tea by the season | tea drinkers who mark the year
Bare Shelf | sells household goods in refill pouches | city households
Loam & Leaf | delivers house plants with a care diary | offices
The Bent Spoon | sells kitchen tools for weak hands | people with arthritis
Moonmilk Baby | sends cloth nappies as a service | new parents
Trailhead Socks | knits socks with a lifetime promise | walkers
Island Soapworks | boils soap from olive pressings | gift shops
Paper Lanterns Studio | makes lamps from washi paper | interior designers
Bicycle Pantry | sells bicycle parts by measured fit | home mechanics
Gravel & Grain | sells gear for gravel cyclists | weekend riders
Second Spine | buys and sells used textbooks by the kilo | students
Dovetail Kitchens | ships kitchens that need one screwdriver | tenants
Amberjar Honey | sells honey by hive and postcode | breakfast lovers
Ochre Ceramics | throws tableware for small restaurants | chefs
Hound & Hearth | bakes dog biscuits without grain | dog owners
Whiskerbox | sends toys and litter on one schedule | cat owners
Tin Roof Records | presses short runs of vinyl | small bands
Velvet Anvil | makes jewellery from recycled silver | couples
Quilt Assembly | sews quilts from the clothes of one person | families in mourning
Night Heron Optics | sells binoculars tuned for dusk | birdwatchers
Sprout Street | sends seeds with planting dates for the postcode | balcony gardeners
Oat & Iron | sells running breakfasts in sachets | marathon runners
Mapleworks Syrup | taps and bottles for named trees | restaurants
Blue Door Linens | weaves linen sheets in three sizes | small hotels
Cargo Bloom | sells cargo bicycles and their spare parts | families without a car
Foldaway Desk | ships desks that vanish into a wall | people in small flats
Pixel & Plank | prints photographs on wood | wedding guests
Mendery | sells visible mending kits | people who keep clothes
Tidepool Swim | sews swimwear from old nets | winter swimmers
Fennel & Flint | sells spice boxes with one recipe each | curious cooks
Winter Citrus | ships oranges from tree to door | families in the north
Apiary Supply House | sells hives and protective suits | new beekeepers
Fretwork Guitars | sells parts for building a guitar | hobby luthiers
Lantern & Lure | sells hand-tied flies | anglers
Salt Road Provisions | packs food for long crossings | sailors
Tall Order Shirts | cuts shirts for people over two metres | tall men
Short Measure | cuts trousers for people under one metre sixty | short men
Wide Step Shoes | makes shoes in six widths | people with bunions
Left Hand Shop | sells what left-handed people lack | left-handed people
Greyline Uniforms | sells work wear with name tags in two days | cafés and salons
Silver Thimble | sells sewing machines that were overhauled | quilters
Rain Parade | sells raincoats that pack into a fist | commuters by bicycle
Sunday Crates | delivers a box of newspapers and bread | late sleepers
Paint by Parish | mixes paint after local stone | renovators
Old Brass Hardware | casts door handles from old patterns | owners of period houses
Clockwork Attic | restores and sells mantel clocks | collectors
Stellar Telescope Hire | rents telescopes by the new moon | amateur astronomers
Campfire Cast Iron | seasons and sells pans | outdoor cooks
Board & Pawn | ships board games with missing parts replaced | families
Inkwell & Nib | sells fountain pens and mixes ink | letter writers
Postcard Palace | prints postcards of places without shops | small museums
Kelp Kitchen | sells seaweed in jars | vegan cooks
Cloudberry Preserves | cooks jam from northern berries | breakfast hotels
Bonsai Bureau | sells bonsai with a yearly pruning visit | patient gardeners
Terrace Grill Works | sells grills allowed on balconies | flat dwellers
Swift Nest Boxes | sells nesting boxes for swifts and bats | owners of tall houses
Wayfarer Luggage | rents suitcases by the week | people who travel once a year
Cotton Parliament | sells shirts with parliamentary insults | readers of politics
Pocket Orchard | ships dwarf fruit trees in tubs | balcony gardeners
Hazel & Hop | sells kits for brewing at home | hobby brewers
Glass House Terrariums | sends closed gardens in jars | desks without sun
Peg & Ladder | sells toys for treehouses | parents with a tree
Marble Run Factory | sells marble runs by the metre | schools and children
Chalk & Cheese | sends cheese boards from one valley | wine evenings
Sailcloth Bags | sews bags from old sails | harbour towns
Hearth Brick Ovens | ships pizza ovens in parts | garden cooks
Vintage Tiller | sells old garden tractors after repair | smallholders
Reading Nook Lamps | sells lamps that do not wake the other | couples who read
Drift Candle | pours candles that smell of rain | gift buyers
Pear Tree Stationery | prints invitations on seed paper | weddings
Alpine Herb Chest | dries herbs above two thousand metres | herbalists
Steady Gait | sells walking sticks that stand by themselves | older walkers
Snowdrop Cosmetics | makes creams without water | sensitive skin
Rust & Root | sells dyes from plants | textile artists
Coldwater Caviar | sells caviar from farmed trout | caterers
Mossy Stone Games | sells garden chess and skittles | pubs and hotels
Firefly Lights | rents festoon lights by post | garden parties
Tartan Register | weaves a family's own tartan | clans and clubs
Yarn Post | sends yarn with a pattern and a podcast | knitters
Workbench Direct | sells workbenches in flat boxes | home workshops
Lily Pad Pools | sells small natural pools | gardens without a pump
Attic Insulation Shop | sells insulation with a measured plan | owners of old houses
Pantry of Poland | ships Polish groceries | families abroad
Bazaar of Bursa | sells towels and silk from Bursa | spas
Lisbon Tile Rescue | sells saved tiles with their street | bathroom renovators
Kyoto Knife Post | sharpens and sells kitchen knives | cooks
Andes Alpaca House | sells blankets from named herds | cold bedrooms
Cape Rooibos Trading | ships rooibos in bulk | tea blenders
Nile Linen Mill | sells bandage cloth and kitchen linen | nurses and cooks
Baltic Amber Works | sells amber with a certificate | jewellers
Welsh Slate Shop | cuts slate for signs and plates | village pubs
Roman Mosaic Kits | sells mosaics to lay at home | museum visitors
Timber Toboggan | builds sledges that carry two adults | snowy suburbs
Garden Ghost Statues | casts statues from recycled glass | garden designers
Reclaimed Radiators | sells cast-iron radiators after a pressure test | period houses
Plumb Line Tools | sells measuring tools with a check | apprentices
Scented Geranium Nursery | ships pelargoniums by scent | conservatories
Porchlight Mailboxes | sells mailboxes that take parcels | detached houses
Fable & Fox Costumes | rents children's costumes by post | carnival and theatre
`)
