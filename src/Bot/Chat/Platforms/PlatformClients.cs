namespace RelateBot.Bot.Chat.Platforms;

/// <summary>Configures the HTTP clients of platforms.</summary>
internal static class PlatformClients
{
    /// <summary>
    /// Configures a client that a singleton keeps: the handler renews its connections. Redirects aren't followed, so that tokens stay with
    /// the platform. The client's own logging is off, because it would show secret addresses.
    /// </summary>
    public static void UseLongLivedHandler(this IHttpClientBuilder client) => client
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false,
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
