import { ventures } from './ventures.ts'

/** Name | what it does | for whom. One line each, so that a reader can go through them as through a list. */
export const FINANCIAL = ventures(`
Ledgerlane | reconciles card payouts against bank lines every night | bakeries, cafés and small shops
Tidewater Factoring | buys unpaid invoices within a day | freight brokers
Quillpay | pays freelancers in eleven currencies from one balance | design agencies
Marrow Capital Desk | prepares loan files that a bank can decide on | family-owned manufacturers
Northgate Escrow | holds deposits until both sides confirm delivery | sellers of used machinery
Pennant Tax | collects what a sales tax return needs in every state | online merchants
Oakhurst Treasury | sweeps idle cash into insured accounts overnight | clinics with several sites
Brasswick Invoicing | sends invoices that follow up by themselves | plumbers and electricians
Clearbook Close | walks a bookkeeper through the month-end in order | accounting practices
Fernhill Grants | finds public grants and writes the budget annex | small charities
Saltbox Lending | lends against inventory that is counted by camera | furniture makers
Copperline Payroll | runs payroll for crews that change every week | building contractors
Halyard FX | locks an exchange rate for the day an invoice falls due | importers of wine and coffee
Mirador Forecast | turns open orders into a thirteen-week cash forecast | growing wholesalers
Stonebridge Audit Prep | gathers the evidence that auditors ask for each year | mid-size non-profits
Palisade Chargebacks | answers card disputes with the right documents | subscription shops
Juniper Benefits | compares health plans in plain words | firms with fewer than fifty people
Kettleby Expenses | reads receipts and books them to the right job | field sales teams
Wharfside Surety | issues bid bonds online in an afternoon | landscaping firms
Tallgrass Leasing | leases farm equipment by the season | growers of specialty crops
Ember Royalty | splits royalties between everybody who worked on a song | independent labels
Cobalt Dunning | writes payment reminders that keep the customer | software resellers
Rookery Billing | bills tenants by what they used and not by area | co-working spaces
Larkspur Savings | rounds up each sale into a rainy-day account | market traders
Anchorage Claims | files insurance claims with photographs and estimates | property managers
Millrace Bonds | explains municipal bonds and buys them in small lots | cautious savers
Sable Credit Watch | warns when a customer begins to pay late elsewhere | building material dealers
Heron Escheat | finds money that states hold and claims it back | estates and small firms
Trellis Allocations | divides shared costs by rules that everybody can read | groups of companies
Gullwing Transfers | sends wages home for a flat fee | seasonal workers
Bramble Books | keeps the books of a one-person firm from its bank feed | consultants and coaches
Quarterdeck Filings | files annual reports in all fifty states | holding companies
Sundial Retainers | tracks what of a retainer is earned | law offices
Ironwood Covenant | tests loan covenants each month before the bank does | borrowers with term loans
Pebble Micro | lends two hundred dollars for a week without a trap | hourly workers
Foxglove Pricing | finds the products that are sold below their cost | hardware stores
Cedar & Vale Estates | settles small estates with a checklist and a notary | families without a lawyer
Lockstep Procurement | matches orders, deliveries and invoices | hospital kitchens
Windrose Insurance | insures travel by the hour with one message | couriers and guides
Beacon Cap Tables | keeps shares, options and notes in one dated table | young companies
Drayman Fuel Cards | stops fuel card fraud at the pump | haulage firms
Elmstead Pensions | sets up a pension plan in nine questions | dental practices
Cinder Equipment Finance | finances ovens and grills against takings | restaurants that open a second site
Tern Remittance Audit | checks what insurers paid against the contract | physical therapists
Barley Subsidy Desk | applies for farm subsidies from field maps | cereal farmers
Compass Intercompany | books both sides of a loan between sister firms | controllers of small groups
Hollow Oak Trustees | administers trusts with yearly plain-word reports | parents of disabled adults
Signet Mandates | collects direct debits with signed mandates | gyms and music schools
Pinwheel Deposits | splits large deposits over insured banks | housing associations
Vantage Interest | shows what late payers cost in interest each month | steel and timber merchants
`)
