/** The page of `ganspec serve`, and of a report, which has the facts of a run inside. */
import { render } from 'preact';
import type { ReportAnswer } from '../answers.js';
import { App } from './app.js';
import { Report } from './report.js';

const report = document.getElementById('report')?.textContent;
if (typeof report !== 'string') {
  // The token has done its work: a cookie takes its place, and the address can be shown to others.
  history.replaceState(null, '', `/${location.hash}`);
  render(<App />, document.body);
} else {
  // Written together with this page.
  render(<Report report={JSON.parse(report) as ReportAnswer} />, document.body);
}
