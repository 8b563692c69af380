namespace RelateBot.TestSupport.Slack;

/// <summary>The one place where tests make an HttpClient for a real socket.</summary>
public static class SlackSockets
{
    public static HttpClient NewClient(Uri baseAddress)
    {
        // A factory would bring a container, retries and logging between Slack's bytes and the bot; a test wants neither.
#pragma warning disable RS0030
        return new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = baseAddress };
#pragma warning restore RS0030
    }
}
