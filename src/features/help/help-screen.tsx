// Help in the words of the work, on the device, short enough to be read standing.
import type { ScreenProps } from '#features/screen-props.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { helpTopics } from './help-topics.ts'

export const HelpScreen = ({ person }: ScreenProps) => {
  const { t } = useText('help')
  return (
    <Measure>
      <Stack gap={4}>
        <PageHeader title={t('title')} subtitle={t('subtitle')} back={{ href: '/more', label: t('back') }} />
        {helpTopics(person.workplace).map((topic, i) => (
          <Disclosure key={topic} summary={t(`topic.${topic}.title`)} open={i === 0}>
            {t(`topic.${topic}.text`)
              .split('\n')
              .map((line) => (
                <p key={line}>{line}</p>
              ))}
          </Disclosure>
        ))}
      </Stack>
    </Measure>
  )
}
