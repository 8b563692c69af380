namespace RelateBot.TestSupport.Slack;

/// <summary>Creates the HttpClient of all tests.</summary>
public static class SlackSockets
{
    /// <summary>Uses a real socket, unless there is a <paramref name="handler"/>.</summary>
    public static HttpClient NewClient(Uri baseAddress, HttpMessageHandler? handler = null)
    {
        // A factory would add a container, retries and logging, which tests don't want.
#pragma warning disable RS0030
        return new HttpClient(handler ?? new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress =
            baseAddress
        };
#pragma warning restore RS0030
    }
}
