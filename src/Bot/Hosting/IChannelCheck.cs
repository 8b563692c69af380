namespace RelateBot.Bot.Hosting;

/// <summary>
/// Checks that a platform has every channel that settings and departments name. Runs in <c>doctor</c> and at every start.
/// </summary>
internal interface IChannelCheck : IDoctorCheck
{
    /// <summary>Checks the workspaces that are connected now. Waits until they are known.</summary>
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
