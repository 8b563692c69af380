namespace RelateBot.TestSupport.Slack;

/// <summary>The one place where tests make an HttpClient.</summary>
public static class SlackSockets
{
    /// <summary>Over a real socket, unless there is a <paramref name="handler"/>.</summary>
    public static HttpClient NewClient(Uri baseAddress, HttpMessageHandler? handler = null)
    {
        // A factory would bring a container, retries and logging between Slack's bytes and the bot; a test wants neither.
#pragma warning disable RS0030
        return new HttpClient(handler ?? new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress =
            baseAddress
        };
#pragma warning restore RS0030
    }
}
