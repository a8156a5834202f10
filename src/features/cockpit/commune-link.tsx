// A commune by its name, as the way to its page.
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import { AppLink } from '#ui/link.tsx'
import { communePath } from './paths.ts'

export const communeLink = ({ place }: CommuneCockpit) => <AppLink href={communePath(place.id)}>{place.name}</AppLink>
