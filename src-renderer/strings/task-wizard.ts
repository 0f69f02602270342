/** The words that every task wizard has. */
export const task = {
  proposing: 'Making the plan',
  proposeFailed: 'The plan could not be made',
  starting: 'Starting the plan',
} as const
