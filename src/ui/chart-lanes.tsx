// A board by stage: who stands where. The lanes lie under each other and the communes of a lane flow beside each other,
// so that the same board stands on a phone, on a tablet and on paper; the arrow keys lead from card to card.
import { Icon } from './icon.tsx'
import styles from './chart-lanes.module.css'
import { moveAmongLines } from './chart-keys.ts'
import { AppLink } from './link.tsx'
import { iconsByTone, type Tone } from './tone.ts'

export type LaneCard = {
  readonly key: string
  readonly name: string
  readonly href: string
  readonly tone: Tone
  /** "Trễ 12 ngày" */
  readonly state: string
  readonly note?: string
}

export type Lane = {
  readonly key: string
  /** "G5" */
  readonly code: string
  readonly name: string
  /** "3 xã" */
  readonly count: string
  readonly cards: readonly LaneCard[]
}

type LaneBoardProps = { readonly label: string; readonly lanes: readonly Lane[] }

export const LaneBoard = ({ label, lanes }: LaneBoardProps) => (
  // The keys only make shorter what Tab does as well.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
  <ol className={styles.lanes} aria-label={label} onKeyDown={moveAmongLines}>
    {lanes.map(({ key, code, name, count, cards }) => (
      <li key={key} className={styles.lane} data-empty={cards.length === 0 || undefined}>
        <div className={styles.stage}>
          <span className={styles.code}>{code}</span>
          <h2>{name}</h2>
          <span className={styles.count}>{count}</span>
        </div>
        {cards.length > 0 && (
          <ul className={styles.cards} aria-label={`${code} ${name}`}>
            {cards.map((card) => (
              <Card key={card.key} card={card} />
            ))}
          </ul>
        )}
      </li>
    ))}
  </ol>
)

const Card = ({ card: { name, href, tone, state, note } }: { readonly card: LaneCard }) => (
  <li>
    <AppLink href={href} data-tone={tone}>
      <span className={styles.who}>{name}</span>{' '}
      <span className={styles.state}>
        <Icon name={iconsByTone[tone]} />
        {state}
      </span>{' '}
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </AppLink>
  </li>
)
