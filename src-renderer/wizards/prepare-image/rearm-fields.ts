/** What is chosen for a rearm of many computers. The text outlives another choice. */
export interface RearmFields {
  readonly task: 'windows' | 'office' | 'product'
  readonly activationId: string
}
