import { ventures } from './ventures.ts'

/** Name | what it does | for whom. One line each, so that a reader can go through them as through a list. */
export const RELATIONSHIP = ventures(`
Kinkeeper | reminds families of what matters to each other | scattered families
Second Chapter | introduces people over fifty by shared work | widowed people
Candour Coaching | teaches couples to disagree well | couples before a wedding
Mediator on Call | settles neighbour disputes in one evening | housing companies
Alumni Thread | keeps classes in touch without a network | schools
Thank-You Desk | sends handwritten thanks that were dictated | busy managers
Host & Hound | finds dinner partners who bring their dogs | people new in town
Co-parent Calendar | keeps two homes to one calendar | separated parents
Friendship Bureau | arranges walks between strangers with one thing in common | remote workers
Workwed | helps founders write down how they will part | co-founders
Reunion Works | plans family reunions over three continents | large families
Bridesmaid Ledger | settles the costs of a wedding party | wedding parties
Caregiver Circle | shares the care of a parent between siblings | adult children
Mentor Letters | has older colleagues write to younger ones | professional bodies
Gift Memory | keeps what people said they would like | absent-minded givers
Long Distance Dinner | delivers one meal to two cities | couples apart
Donor Dialogue | keeps givers informed in the way they like | small charities
Guestbook | remembers guests' habits without spying | small hotels
Family Council | moderates the yearly meeting of owning families | family firms
Customer Kitchen Table | brings ten customers to one table each month | consumer brands
`)
