export { type ExportContext, ExportDialog, type ExportDialogProps } from './ExportDialog.js';
