// From a record to who wrote in it and to whom it went.
import { Suspense } from 'react'
import { ButtonLink } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'

type RecordTrailLinkProps = { readonly feed: string; readonly entity: string }

export const RecordTrailLink = (record: RecordTrailLinkProps) => (
  <Suspense fallback={null}>
    <NamedLink {...record} />
  </Suspense>
)

const NamedLink = ({ feed, entity }: RecordTrailLinkProps) => {
  const { t } = useText('trail')
  const query = new URLSearchParams({ feed, entity })
  return (
    <Cluster>
      <ButtonLink href={`/more/trail?${query}`} icon="eye">
        {t('ofRecord')}
      </ButtonLink>
    </Cluster>
  )
}
