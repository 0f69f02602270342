import type { Handlers } from '../contract/handlers.ts'
import type { DeploymentService, ReportService } from './deployment-service.ts'

/** Map, calendar and reports of an estate. */
export const deploymentHandlers = (
  deployment: DeploymentService,
  reports: ReportService,
): Pick<Handlers, 'estate.map' | 'estate.calendar' | 'estate.calendarRows' | 'report.save'> => ({
  'estate.map': (question, { signal }) => deployment.map(question, signal),
  'estate.calendar': (question, { signal }) => deployment.calendar(question, signal),
  'estate.calendarRows': (question, { signal }) => deployment.calendarRows(question, signal),
  'report.save': (question, { signal }) => reports.save(question, signal),
})
