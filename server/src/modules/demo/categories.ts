import { COMMUNITY } from './ventures-community.ts'
import { ECOMMERCE } from './ventures-ecommerce.ts'
import { EDUCATION } from './ventures-education.ts'
import { EMERGING } from './ventures-emerging.ts'
import { FINANCIAL } from './ventures-financial.ts'
import { FOUNDATION } from './ventures-foundation.ts'
import { INNOVATION } from './ventures-innovation.ts'
import { KNOWLEDGE } from './ventures-knowledge.ts'
import { RELATIONSHIP } from './ventures-relationship.ts'
import { TECHNOLOGY } from './ventures-technology.ts'
import type { Venture } from './ventures.ts'

export interface DemoCategory {
  name: string
  /** Which of the eight LLCs holds it. */
  llc: string
  /** What the studio wants it to earn in a year, in US dollars. A wish, and no measurement. */
  targetUsd: number
  automationTargetPercent: number
  ventures: readonly Venture[]
  /** How such businesses earn: the second sentence of a story. */
  models: readonly [string, ...string[]]
}

const FEES = [
  'It charges a flat fee a month and nothing per transaction.',
  'Customers pay per account, and the first is free.',
  'It earns a small share of what it recovers or saves.',
  'Partners resell it under their own name.',
] as const
const MEMBERS = [
  'Members pay by the year, and whoever cannot pays nothing.',
  'Towns pay a subscription so that residents need not.',
  'A local sponsor carries each chapter for its first year.',
  'It lives on small fees and on what volunteers give.',
] as const

/** The ten categories of the studio, in the order of its own list. */
export const DEMO_CATEGORIES: readonly DemoCategory[] = [
  {
    name: 'Financial',
    llc: 'AI Boss Financial LLC',
    targetUsd: 40_000_000,
    automationTargetPercent: 90,
    ventures: FINANCIAL,
    models: FEES,
  },
  {
    name: 'E-commerce',
    llc: 'AI Boss E-commerce LLC',
    targetUsd: 44_000_000,
    automationTargetPercent: 75,
    ventures: ECOMMERCE,
    models: [
      'It sells from its own shop and ships from one shared warehouse.',
      'Half of its orders come back within the year as repeat orders.',
      'It makes in small batches and sells what is made, so little is left over.',
      'A subscription covers the running costs, and single orders are the margin.',
    ],
  },
  {
    name: 'Technology',
    llc: 'AI Boss Technology LLC',
    targetUsd: 36_000_000,
    automationTargetPercent: 95,
    ventures: TECHNOLOGY,
    models: [
      'It is sold by the seat, with a free tier for teams of three.',
      'Customers pay by use and see the price before each call.',
      'The core is open, and hosting it is what is paid for.',
      'It began as an internal tool of the studio and is licensed by the year.',
    ],
  },
  {
    name: 'Education',
    llc: 'AI Boss Education LLC',
    targetUsd: 12_000_000,
    automationTargetPercent: 70,
    ventures: EDUCATION,
    models: [
      'Schools buy it by the class and the year.',
      'Learners pay by the month and can pause in the holidays.',
      'An employer or an agency pays once a course is passed.',
      'The first unit is free, and a certificate costs a fee.',
    ],
  },
  {
    name: 'Community',
    llc: 'AI Boss Community LLC',
    targetUsd: 10_000_000,
    automationTargetPercent: 50,
    ventures: COMMUNITY,
    models: MEMBERS,
  },
  {
    name: 'Emerging',
    llc: 'AI Boss Innovation LLC',
    targetUsd: 50_000_000,
    automationTargetPercent: 95,
    ventures: EMERGING,
    models: [
      'Its first plant is paid for by a pilot customer and a public grant.',
      'It licenses the process and sells the one part that cannot be copied.',
      'A paid trial comes first, and a contract over five years follows.',
      'It sells measurements today and wants to sell the machine tomorrow.',
    ],
  },
  {
    name: 'Foundation',
    llc: 'AI Boss Foundation LLC',
    targetUsd: 1_000_000,
    automationTargetPercent: 60,
    ventures: FOUNDATION,
    models: [
      'Gifts are booked by purpose, and each year shows what came of them.',
      'One large donor covers the office, so that small gifts go whole to the cause.',
      'It pays its partners by milestone and publishes the receipts.',
      'A tenth of what it gives away is kept back for the years after.',
    ],
  },
  {
    name: 'Innovation',
    llc: 'AI Boss Innovation LLC',
    targetUsd: 4_000_000,
    automationTargetPercent: 85,
    ventures: INNOVATION,
    models: [
      'Clients pay a fixed price per round and see the result before the next.',
      'It takes a small stake where a client cannot pay in full.',
      'A yearly membership covers three projects.',
      'It sells the method as a kit to whoever wants to do it alone.',
    ],
  },
  {
    name: 'Knowledge',
    llc: 'AI Boss Knowledge LLC',
    targetUsd: 6_600_000,
    automationTargetPercent: 70,
    ventures: KNOWLEDGE,
    models: [
      'Readers subscribe, and institutions pay for the archive.',
      'It is paid by the question and keeps what it has learned.',
      'Licences run for a year and include corrections.',
      'It sells reports, and the sources stay open to everybody.',
    ],
  },
  {
    name: 'Relationship',
    llc: 'AI Boss Community LLC',
    targetUsd: 3_000_000,
    automationTargetPercent: 40,
    ventures: RELATIONSHIP,
    models: [
      'People pay by the month and leave with one click.',
      'A fixed price covers six meetings with a trained host.',
      'Employers give it to their people as a benefit.',
      'It costs nothing until the first good result.',
    ],
  },
]
