// The tests read the source language, whatever machine they run on.
Object.defineProperty(navigator, 'languages', { value: ['zh-CN'] })
