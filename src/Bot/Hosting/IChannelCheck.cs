namespace RelateBot.Bot.Hosting;

/// <summary>
/// Whether a platform has every channel that the settings and the departments name. <c>doctor</c> asks, and so does every start.
/// </summary>
internal interface IChannelCheck : IDoctorCheck
{
    /// <summary>The same for what is connected now; waits until that is known.</summary>
    IAsyncEnumerable<Finding> RunAtStartAsync(CancellationToken cancellationToken);
}

/// <summary>Registers checks of channels.</summary>
internal static class ChannelCheckRegistration
{
    public static IServiceCollection AddChannelCheck<TCheck>(this IServiceCollection services)
        where TCheck : class, IChannelCheck => services
        .AddSingleton<TCheck>()
        .AddSingleton<IDoctorCheck>(provider => provider.GetRequiredService<TCheck>())
        .AddSingleton<IChannelCheck>(provider => provider.GetRequiredService<TCheck>());
}
