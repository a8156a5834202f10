// What every side of the bench gets to carry: the same answers of one ISO secretary, the same each time. Questions come
// in the order of the sheet, a gesture takes ten seconds to two minutes, and 35 in 100 answers have a note as people of
// a commune write it: what is done or lacks, where, a document with its number and day, how many, why, what is next.
export interface AnswerRecord {
  readonly id: string
  readonly assessment: string
  readonly question: string
  readonly score: number
  readonly note?: string
  /** Who answered, and when in milliseconds since 1970. */
  readonly by: string
  readonly at: number
}

export const UNIT = 'ls25-06001'
const QUESTIONS_PER_CHAPTER = [4, 5, 5, 11, 11, 7, 4, 5]
const NOTES_IN_HUNDRED = 35
const FIRST_AT = Date.UTC(2026, 0, 5, 1)
const WORKDAY_MS = 8 * 3_600_000
const DAY_MS = 24 * 3_600_000

const begins = [
  'Đã có văn bản',
  'Cần bổ sung hồ sơ theo dõi',
  'Đã phân công công chức',
  'Mới làm ở một số thủ tục',
  'Có làm nhưng chưa ghi sổ đầy đủ',
  'Đã niêm yết',
  'Đang chờ Chủ tịch ký',
  'Đã khắc phục',
]
const where = ['ở bộ phận một cửa', 'ở lĩnh vực hộ tịch', 'ở lĩnh vực đất đai', 'khi tiếp công dân', 'ở trạm y tế']
const documents = ['Quyết định', 'Thông báo', 'Kế hoạch', 'Biên bản']
const villages = ['Nà Phái', 'Bản Chu', 'Khuổi Lùng', 'Pò Cại', 'Nà Nưa', 'Kéo Cọ']
const reasons = ['mạng yếu nên ghi tay trước', 'thiếu giấy tờ', 'còn dùng mẫu cũ', 'chưa được tập huấn']
const ends = ['xem lại ngày', 'giao văn phòng làm tiếp', 'bản gốc ở tủ số', 'còn thiếu']

/** Numbers that look like chance and are the same in each run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

type Roll = ReturnType<typeof dice>
const pick = (roll: Roll, choices: readonly string[]): string => choices[roll(choices.length)] ?? ''

const number = (roll: Roll, most: number): string => String(roll(most) + 1)
const dayOf = (roll: Roll): string => `${number(roll, 28)}/${number(roll, 12)}`

/** What may stand in a note, each with the share of notes it stands in. */
const parts: readonly (readonly [number, (roll: Roll) => string])[] = [
  [100, (roll) => pick(roll, begins)],
  [50, (roll) => pick(roll, where)],
  [65, (roll) => `${pick(roll, documents)} số ${number(roll, 400)} ngày ${dayOf(roll)}`],
  [65, (roll) => `${number(roll, 90)}/${number(roll, 240)} hồ sơ`],
  [45, (roll) => `thôn ${pick(roll, villages)} ${number(roll, 160)} hộ`],
  [40, (roll) => pick(roll, reasons)],
  [45, (roll) => `${pick(roll, ends)} ${number(roll, 28)}`],
]

function noteOf(roll: Roll): string {
  return parts.flatMap(([share, part]) => (roll(100) < share ? [part(roll)] : [])).join(', ')
}

const questions = QUESTIONS_PER_CHAPTER.flatMap((count, chapter) =>
  Array.from({ length: count }, (_, i) => (chapter === 7 ? `D${i + 1}` : `Q${chapter + 4}.${i + 1}`)),
)

const scoreOf = (roll: Roll): number => [3, 2, 2, 2, 1, 3, 1, 0][roll(8)] ?? 2

/** `count` answers, 52 to a round, by account `by`. */
export function answersOf(count: number, by: string): AnswerRecord[] {
  const roll = dice(20_261_121)
  let [day, time] = [0, 0]
  return Array.from({ length: count }, (_, i) => {
    time += 10_000 + roll(110_000)
    if (time > WORKDAY_MS) [day, time] = [day + 1, roll(60_000)]
    const assessment = `asm.${UNIT}.2026-${Math.floor(i / questions.length) + 1}`
    const question = questions[i % questions.length] ?? ''
    const record = { id: `ans.${assessment}.${question}`, assessment, question, score: scoreOf(roll) }
    const note = roll(100) < NOTES_IN_HUNDRED ? { note: noteOf(roll) } : {}
    return { ...record, ...note, by, at: FIRST_AT + day * DAY_MS + time }
  })
}

/** A later change of mind about `count` of them, spread over all: another score, or for `notes` in 100 another note. */
export function editsOf(
  answers: readonly AnswerRecord[],
  { count, notes, salt }: { readonly count: number; readonly notes: number; readonly salt: number },
): AnswerRecord[] {
  const roll = dice(77 + salt)
  const step = Math.floor(answers.length / count)
  const from = (answers.at(-1)?.at ?? FIRST_AT) + DAY_MS * (salt + 1)
  let time = 0
  return Array.from({ length: count }, (_, i) => {
    const old = answers[i * step + roll(step)] as AnswerRecord
    time += 10_000 + roll(110_000)
    const change = (i * 37) % 100 < notes ? { note: noteOf(roll) } : { score: (old.score + 1 + roll(3)) % 4 }
    return { ...old, ...change, at: from + time }
  })
}
