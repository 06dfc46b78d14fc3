/** Keeps a defect of one pane from taking the window with it, and says so. */
import { Component, type ReactNode } from 'react';
import { t } from '../../electron/wording/index.js';
import { ErrorState } from '../ui/index.js';

interface ErrorBoundaryProps {
  /** The subject of the message: `The list`. */
  readonly what: string;
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly thrown: unknown }> {
  override state: { readonly thrown: unknown } = { thrown: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown };
  }

  override render() {
    const { thrown } = this.state;
    if (thrown === null) return this.props.children;
    return (
      <ErrorState
        title={t('{what} stopped because of a defect in Fonds', { what: this.props.what })}
        remedy={t('The archive is not touched by this. Show it again; if it stops again, restart Fonds.')}
        detail={thrown instanceof Error ? thrown.message : String(thrown)}
        retry={() => this.setState({ thrown: null })}
      />
    );
  }
}
