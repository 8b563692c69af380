using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Routing;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Features.Directory;

/// <summary>Registers the import of people and departments from the platforms, and the administrators' commands.</summary>
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
