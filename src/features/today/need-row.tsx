// One commune that needs its monitor: all the reasons in words, the worst in the mark, one button.
import { assertNever } from '#domain/kernel/result.ts'
import type { IconName } from '#ui/icon-paths.ts'
import { Mark } from '#ui/mark.tsx'
import { Row } from '#ui/rows.tsx'
import type { Tone } from '#ui/tone.ts'
import type { CommuneNeed, Reason } from './monitor-tasks.ts'
import { lineOf, type TodayWords, useTodayWords } from './use-today-words.ts'

const looks: Readonly<Record<Reason['kind'], { readonly tone: Tone; readonly icon: IconName }>> = {
  late: { tone: 'bad', icon: 'alert' },
  waiting: { tone: 'act', icon: 'calendar-check' },
  submission: { tone: 'act', icon: 'document' },
  'open-major': { tone: 'bad', icon: 'flag' },
  'not-visited': { tone: 'warn', icon: 'pin' },
}

export const NeedRow = ({ need }: { readonly need: CommuneNeed }) => {
  const words = useTodayWords()
  const [first] = need.reasons
  return (
    <Row
      href={need.href}
      mark={<Mark {...looks[first?.kind ?? 'late']} />}
      title={need.name}
      detail={lineOf(need.reasons.map((reason) => reasonText(reason, words)))}
      cue={words.t(`needCue.${need.action}`)}
    />
  )
}

function reasonText(reason: Reason, { t, formats, stageNamed }: TodayWords): string {
  switch (reason.kind) {
    case 'late':
      return t('due.late', { count: reason.days })
    case 'waiting':
      return reason.count > 1
        ? t('need.waitingMany', { count: reason.count })
        : t('need.waiting', { stage: stageNamed(reason.stage) })
    case 'submission':
      return t('need.submission', { day: formats.day(reason.on) })
    case 'open-major':
      return t('need.open-major', { count: reason.count })
    case 'not-visited':
      return reason.days === null ? t('need.neverVisited') : t('need.not-visited', { count: reason.days })
    default:
      return assertNever(reason)
  }
}
