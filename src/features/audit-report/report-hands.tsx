// The block of signatures at the end of the paper: the drawn signature where one stands for this very content, else room to
// sign by hand. A broken one is not printed here; the section below the paper shows it as broken.
import type { SignatureView } from '#data/contract/signature-contract.ts'
import { signingState } from '#domain/signature/signing-state.ts'
import { SignaturePicture } from '#features/signature-drawing.tsx'
import { useReportWords } from './use-report-words.ts'
import styles from './audit-report.module.css'

type ReportHandsProps = { readonly signatures: readonly SignatureView[]; readonly sha256: string }

export const ReportHands = ({ signatures, sha256 }: ReportHandsProps) => {
  const { t } = useReportWords()
  const { sides } = signingState(signatures, ['auditee', 'auditor'], sha256)
  const asked = sides.filter(({ side }) => side === 'auditee' || side === 'auditor')
  return (
    <>
      <div className={styles.hands}>
        {asked.map(({ side, standing }) => (
          <div key={side}>
            <p>
              <b>{t(`hands.${side}`)}</b>
            </p>
            {standing ? (
              <>
                <SignaturePicture strokes={standing.strokes} label={t('hands.picture', { name: standing.name })} />
                <p>
                  <b>{standing.name}</b>
                </p>
                <p>{standing.post}</p>
              </>
            ) : (
              <p className={styles.room}>{t('hands.byHand')}</p>
            )}
          </div>
        ))}
        <div>
          <p>
            <b>{t('hands.approver')}</b>
          </p>
          <p className={styles.room}>{t('hands.byHand')}</p>
        </div>
      </div>
      <p className={styles.small}>{t('hands.note', { hash: sha256.slice(0, 16) })}</p>
    </>
  )
}
