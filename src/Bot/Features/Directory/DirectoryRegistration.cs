using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Routing;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Directory;

/// <summary>People and departments as the platforms know them, and what administrators may say of them.</summary>
public static class DirectoryRegistration
{
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddScoped<Administrators>()
        .AddScoped<AdminCommand>()
        .AddScoped<PersonMergeCommand>()
        .AddSingleton<DirectoryImporter>()
        .AddSingleton<DirectorySyncRunner>()
        .AddHostedService<DirectorySyncService>()
        .AddScoped<DirectoryProgress>()
        .AddJob<DirectoryJob>("directory", provider => Night(provider.GetRequiredService<IOptions<OrganisationOptions>>().Value))
        .AddHostedService<AccountCompletionService>()
        .AddRoutes(routes => routes
            .Command<AdminCommand>("relate admin", admin => admin.HandleAsync)
            .ActionsUnder<PersonMergeCommand>("directory.", merge => merge.HandleAsync));

    private static JobSchedule.Daily Night(OrganisationOptions organisation) =>
        new(organisation.QuietHour, TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone));
}
