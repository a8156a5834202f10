// The stages of the person's commune, live, and the records of this app that prove a deliverable by themselves.
import type { PilotView } from '#data/contract/pilot-contract.ts'
import { openMajors } from '#domain/declaration/open-major.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'

/** Undefined while on its way; null where no live plan holds the commune. */
export function usePilot({ store, person, today }: ScreenProps): PilotView | null | undefined {
  const unit = person.place.id
  return useLive(() => store.pilot.ofCommune(unit, today), [store, unit, today])
}

export interface StageRecords {
  /** Deliverable → id of the newest record that proves it. */
  readonly byDeliverable: Readonly<Record<string, string | undefined>>
  /** Major nonconformities nobody closed (PIL-13). */
  readonly openMajor: number
}

export function useStageRecords({ store, person }: ScreenProps): StageRecords | undefined {
  const unit = person.place.id
  return useLive(async () => {
    const [submissions, reports, findings, requests, reviews, declarations] = await Promise.all([
      store.assessments.submissions(unit),
      store.audits.reports(unit),
      store.audits.publishedFindings([unit]),
      store.corrective.list([unit]),
      store.managementReviews.list([unit]),
      store.declarations.list([unit]),
    ])
    const known = requests.map(({ id, of, grade, course: { state, next } }) => ({ id, of, grade, state, next }))
    return {
      byDeliverable: {
        'g1-assessment': submissions[0]?.id,
        'g7-report': reports[0]?.id,
        'g8-minutes': reviews.find(({ isSealed }) => isSealed)?.id,
        'g9-decision': declarations.find(({ state }) => state === 'in-force')?.id,
      },
      openMajor: openMajors(findings, known).length,
    }
  }, [store, unit])
}
