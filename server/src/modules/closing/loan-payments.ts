import { divideRounded } from '#kernel/rates.ts'

export interface Loan {
  principalMinor: bigint
  /** Decimal text, up to ten digits after the point: 0.06. */
  yearlyRate: string
  months: number
  method: 'annuity' | 'interest-only'
}

/** Ones of the arithmetic: thirty digits after the point, so that 600 multiplications leave a cent of the largest loan alone. */
const ONE = 10n ** 30n

/** Month by month; what is left in the last is repaid in the last, so that nothing remains. Interest is rounded half away from zero. */
export function loanPayments(loan: Loan): { interestMinor: bigint; repaidMinor: bigint }[] {
  const { principalMinor, yearlyRate, months, method } = loan
  const monthly = scaled(yearlyRate) / 12n
  const equal = method === 'annuity' ? annuity(principalMinor, monthly, months) : 0n
  let left = principalMinor
  return Array.from({ length: months }, (_, at) => {
    const interestMinor = divideRounded(left * monthly, ONE)
    const wanted = method === 'annuity' && equal > interestMinor ? equal - interestMinor : 0n
    const repaidMinor = at + 1 === months || wanted > left ? left : wanted
    left -= repaidMinor
    return { interestMinor, repaidMinor }
  })
}

/** principal × r / (1 - (1 + r)^-n), in minor units. */
function annuity(principalMinor: bigint, monthly: bigint, months: number): bigint {
  if (monthly === 0n) return divideRounded(principalMinor, BigInt(months))
  let grown = ONE
  for (let month = 0; month < months; month++) grown = (grown * (ONE + monthly)) / ONE
  return divideRounded(principalMinor * monthly * grown, ONE * (grown - ONE))
}

function scaled(rate: string): bigint {
  const [whole = '0', fraction = ''] = rate.split('.')
  return BigInt(whole + fraction.padEnd(30, '0'))
}
