namespace RelateBot.EndToEnd.Tests.Slack.Messages;

/// <summary>
/// Disconnects a host after a number of responses. Its calls still reach Slack, but it gets no response. Slack, the database and other
/// hosts see the same as after a kill.
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
