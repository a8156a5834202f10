// A list that those who follow communes lay before their superiors: on A4 a paper of their office with room to sign, and
// nothing on it that is there to be pressed.
import type { ReactNode } from 'react'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { useText } from '#ui/text/text-context.tsx'
import { OfficialPaper, PaperHands, PaperHead, PrintOnly } from './official-paper.tsx'
import styles from './official-paper.module.css'
import type { Person } from './screen-props.ts'

type OfficeProps = {
  readonly person: Pick<Person, 'place' | 'workplace'>
  /** The day its figures are of. */
  readonly on: LocalDate
  readonly title: string
  readonly children: ReactNode
}

function useOffice({ place, workplace }: OfficeProps['person']) {
  const { t } = useText('paper')
  // A commune that prints its own list by the browser's menu is its own office.
  if (workplace === 'commune') return { commune: place.name }
  const name = t(workplace === 'monitor' ? 'agency.monitor' : 'agency.department')
  return { commune: place.name, agency: { name, under: place.name } }
}

const Hands = () => {
  const { t } = useText('paper')
  return <PaperHands hands={[{ title: t('madeBy') }, { title: t('signedBy') }]} />
}

/** In place of a screen that is there to be pressed. */
export const FollowersPaper = ({ person, on, children, ...titles }: OfficeProps & { readonly subtitle?: string }) => (
  <PrintOnly>
    <OfficialPaper {...useOffice(person)} {...titles} on={on} isLandscape>
      {children}
      <Hands />
    </OfficialPaper>
  </PrintOnly>
)

/** Around a screen that is printed as it stands: the office's head and the room to sign are on paper only. */
export const PrintedByOffice = ({ person, on, title, children }: OfficeProps) => (
  <>
    <PrintOnly>
      <div className={styles.lettered}>
        <PaperHead {...useOffice(person)} on={on} />
        <div className={styles.title}>
          <h2>{title}</h2>
        </div>
      </div>
    </PrintOnly>
    {children}
    <PrintOnly>
      <Hands />
    </PrintOnly>
  </>
)
