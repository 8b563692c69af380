namespace RelateBot.Bot.Chat.Platforms;

/// <summary>How the HTTP clients of platforms are made.</summary>
internal static class PlatformClients
{
    /// <summary>
    /// Singletons hold these clients, so the handler renews its connections itself. A token follows no redirect, and a client's own log
    /// would show addresses that are secrets.
    /// </summary>
    public static void UseLongLivedHandler(this IHttpClientBuilder client) => client
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false,
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
