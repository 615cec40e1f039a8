import { ventures } from './ventures.ts'

/** Name | what it does | for whom. One line each, so that a reader can go through them as through a list. */
export const EMERGING = ventures(`
Helio Thermal | stores summer heat in sand for the winter | district heating firms
Mycelia Pack | grows packaging from straw and fungus | shippers of glass
Tidal Array | anchors small turbines in harbour mouths | island grids
Cellwright | grows leather from cells for watch straps | watchmakers
Photon Loom | routes light instead of current between chips | data centres
Algae Works | feeds salmon with algae grown on waste heat | fish farms
Orbital Sweep | plans the removal of dead satellites | satellite operators
Quantum Ledgerworks | tests which secrets a quantum computer would break | banks
Synthcrop | breeds salt-tolerant wheat with gene maps | coastal farmers
Drone Orchard | pollinates and picks by drone | almond growers
Grid Whisper | tells household batteries when to feed the grid | power retailers
Carbon Cairn | turns captured carbon into paving stone | cities
Neural Stencil | designs antibodies against snake venom | antivenom makers
Hydrogen Yard | refuels forklifts with hydrogen made on site | large warehouses
Lidar Lea | weighs cattle by walking past them | ranches
Aerogel Foundry | insulates old windows with a clear film | listed buildings
Plasma Garden | treats seeds with cold plasma instead of chemicals | seed houses
Exo Assist | rents back-support suits by the shift | baggage handlers
Battery Passport Desk | records the life of each battery cell | car recyclers
Nanoweave | filters microplastics from laundry water | hotel laundries
Windkite | flies kites that make power at sea | offshore platforms
Digital Twin Quay | simulates a port before a crane moves | port authorities
Perovskite Roofing | prints solar cells onto roof tiles | roofers
Gene Library North | sequences rare diseases in the north | regional hospitals
Swarm Survey | inspects bridges with twenty small drones | road agencies
Ferment Protein | brews egg white without hens | bakeries
Deep Ore | finds copper in old drilling data | exploration firms
Retina Scan Rural | screens eyes with a phone and a lens | village clinics
Edge Fusion Parts | makes divertor tiles for fusion tests | research reactors
Spintronic Sense | measures current without cutting the wire | machine shops
Coral Nursery Tech | prints reefs on which coral grows | island states
Agent Bazaar | lets software agents buy small services under a limit | purchasing teams
Haptic Glove Works | lets surgeons feel a tumour in a model | teaching hospitals
Iceberg Cooling | cools data centres with deep lake water | hosting firms
Urban Lift | plans landing places for air taxis | city planners
Bioluminal | lights paths with glowing plants | resorts
Zero Gap Recycling | sorts textiles by fibre with infrared | charity shops
Ground Truth AI | checks model answers against documents | insurers
Sea Salt Lithium | draws lithium from brine without ponds | battery makers
Voice Clone Guard | warns when a caller's voice is synthetic | family offices
Robot Barista Lab | runs coffee kiosks at night | railway stations
Soil Carbon Meter | measures soil carbon from a tractor | farm cooperatives
Atomic Clockwork | sells time to a nanosecond over fibre | exchanges
Living Walls Robotics | tends green walls with a small robot | office towers
Polar Route Planner | plans ships through moving ice | shipping lines
Smart Dust Forests | scatters sensors that warn of fire | forest services
Insect Mill | makes flour from crickets for pet food | pet food brands
Fog Harvest | draws water from fog with coated mesh | mountain villages
Memory Glass | writes archives into glass for a thousand years | national libraries
Tele-Ultrasound | guides a nurse's probe from a distance | remote clinics
`)
