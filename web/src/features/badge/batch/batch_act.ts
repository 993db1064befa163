export type BatchAct = 'finish' | 'cancel' | 'retry'
