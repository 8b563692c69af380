using Microsoft.Extensions.Options;
using RelateBot.Bot.Features.Balances;
using RelateBot.Bot.Routing;
using RelateBot.Domain.Digests;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Digests;

/// <summary>Registers the digest of help across departments, the link to its pages, and the choice to be named in it.</summary>
public static class DigestsRegistration
{
    public static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddSingleton(provider => new DigestRules(provider.GetRequiredService<IOptions<PrivacyOptions>>().Value.MinimumGroup))
        .AddScoped<DigestReader>()
        .AddScoped<TrendReader>()
        .AddSingleton<TrendCache>()
        .AddScoped<DigestAccessResolver>()
        .AddScoped<DigestCommand>()
        .AddScoped<DashboardCommand>()
        .AddScoped<UnsungCommand>()
        .AddScoped<DigestSending>()
        .AddJob<DigestJob>("digests", new JobSchedule.Every(TimeSpan.FromMinutes(5)))
        .AddRoutes(routes => routes
            .Command<DigestCommand>("relate digest", digest => digest.HandleAsync)
            .Action<DigestCommand>(DigestButtons.ShowAction, digest => digest.HandleAsync)
            .Action<DigestCommand>(DigestButtons.SubscribeAction, digest => digest.HandleAsync)
            .Command<DashboardCommand>("relate dashboard", dashboard => dashboard.HandleAsync)
            .Action<DashboardCommand>(DigestButtons.DashboardAction, dashboard => dashboard.HandleAsync)
            .Command<UnsungCommand>("relate unsung", unsung => unsung.HandleAsync));
}
