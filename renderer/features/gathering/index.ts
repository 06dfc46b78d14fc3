/** The door of gathering pages. */
export { GatherPage, type GatherPageProps } from './GatherPage.js';
