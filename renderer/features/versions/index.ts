export { ComparisonPage, type ComparisonPageProps } from './ComparisonPage.js';
export { CorrectionPage, type CorrectionPageProps } from './CorrectionPage.js';
export { VersionsPane, type VersionsPaneProps } from './VersionsPane.js';
