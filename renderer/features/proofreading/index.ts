/** The door of proofreading and transcription: texts that are worked on beside their pages. */
export { ProofreadingPage, type ProofreadingPageProps } from './ProofreadingPage.js';
export { TranscriptionPage, type TranscriptionPageProps } from './TranscriptionPage.js';
