namespace RelateBot.EndToEnd.Tests.Slack.Messages;

/// <summary>
/// Cuts a host off after so many answers: its calls still reach Slack, and nothing ever comes back. To Slack, to the database and to other
/// hosts it is as if it had been killed in the middle of its work.
/// </summary>
internal sealed class SeveredSlackConnection(int after)
{
    private int answers;

    /// <summary>One for each client of the host.</summary>
    public DelegatingHandler Handler() => new Cut(this);

    private bool IsCut() => Interlocked.Increment(ref answers) > after;

    private sealed class Cut(SeveredSlackConnection line) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // A dead host does not give up waiting either.
            var response = await base.SendAsync(request, CancellationToken.None);
            if (line.IsCut())
            {
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            }

            return response;
        }
    }
}
