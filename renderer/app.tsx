import { BookDialogs } from './dialogs/book/book-dialogs.tsx'
import { ConfirmationDialog } from './dialogs/frame/confirmation.tsx'
import { Dialogs } from './dialogs/moves/move-dialogs.tsx'
import { Frame } from './frame/frame.tsx'
import { Palette } from './frame/palette.tsx'
import { ContractScreen } from './screens/contract/contract-screen.tsx'
import { ContractsScreen } from './screens/contracts/contracts-screen.tsx'
import { HelpScreen } from './screens/help/help-screen.tsx'
import { ImportsScreen } from './screens/imports/imports-screen.tsx'
import { LedgerScreen } from './screens/ledger/ledger-screen.tsx'
import { NewContractScreen } from './screens/new-contract/new-contract-screen.tsx'
import { OverviewScreen } from './screens/overview/overview-screen.tsx'
import { PlannerScreen } from './screens/planner/planner-screen.tsx'
import { ReconcileScreen } from './screens/reconcile/reconcile-screen.tsx'
import { ReportsScreen } from './screens/reports/reports-screen.tsx'
import { SettingsScreen } from './screens/settings/settings-screen.tsx'
import { useRoute } from './state/route.ts'

function Screen() {
  const route = useRoute()
  switch (route.screen) {
    case 'contracts':
      return <ContractsScreen />
    case 'contract':
      return <ContractScreen key={route.contractId} contractId={route.contractId} />
    case 'new-contract':
      return (
        <NewContractScreen
          key={route.underWay ? 'under-way' : (route.from ?? '')}
          from={route.from}
          underWay={route.underWay === true}
        />
      )
    case 'overview':
      return <OverviewScreen />
    case 'ledger':
      return <LedgerScreen />
    case 'reports':
      return <ReportsScreen />
    case 'planner':
      return <PlannerScreen />
    case 'reconcile':
      return route.part === 'imports' ? <ImportsScreen /> : <ReconcileScreen />
    case 'settings':
      return <SettingsScreen section={route.section} />
    case 'help':
      return <HelpScreen page={route.page} term={route.term} />
  }
}

/** The whole app: the current screen in its frame, with dialogs and palette over it. */
export function App() {
  return (
    <>
      <Frame>
        <Screen />
      </Frame>
      <Dialogs />
      <BookDialogs />
      <ConfirmationDialog />
      <Palette />
    </>
  )
}
