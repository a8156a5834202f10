// The administrator's screens as one chunk: they are few people's, open each other all the time, and cost the first screen
// of everybody else one address instead of ten. What reads and writes Excel files is fetched apart.
import { AddPersonScreen } from './add-person-screen.tsx'
import { AdministrationScreen } from './administration-screen.tsx'
import { DevicesScreen } from './devices-screen.tsx'
import { ImportScreen } from './import/import-screen.tsx'
import { LeavingScreen } from './leaving-screen.tsx'
import { PeopleScreen } from './people-screen.tsx'
import { PersonDataScreen } from './person-data-screen.tsx'
import { PersonScreen } from './person-screen.tsx'
import { RefusedScreen } from './refused-screen.tsx'
import { SystemScreen } from './system-screen.tsx'
import { UnitsChangeScreen } from './units-change-screen.tsx'

export const administrationScreens = {
  home: AdministrationScreen,
  people: PeopleScreen,
  add: AddPersonScreen,
  import: ImportScreen,
  person: PersonScreen,
  leaving: LeavingScreen,
  personData: PersonDataScreen,
  devices: DevicesScreen,
  units: UnitsChangeScreen,
  system: SystemScreen,
  refused: RefusedScreen,
}
