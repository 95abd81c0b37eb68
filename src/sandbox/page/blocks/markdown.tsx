import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { Link } from '../text/mrkdwn-view.js';

/** The `markdown` block: GitHub's Markdown without raw HTML, built as React nodes. Pictures become links: nothing is fetched. */
export function MarkdownText({ text }: { text: string }) {
  return (
    <div className="text markdown">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        components={{
          a: ({ href, children }) => <Link url={href ?? ''}>{children}</Link>,
          img: ({ src, alt }) => <Link url={typeof src === 'string' ? src : ''}>{alt}</Link>,
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
