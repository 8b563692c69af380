using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Routing;
using RelateBot.Domain.Pairing;
using RelateBot.Infrastructure.Scheduling;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Bot.Features.Pairing;

/// <summary>Registers coffees across departments, for people who join.</summary>
public static class PairingRegistration
{
    public static IServiceCollection AddPairing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PairingOptions>(configuration, PairingOptions.Section);
        return services
            .AddSingleton(provider => new PairingRules
            {
                NoRepeatWeeks = provider.GetRequiredService<IOptions<PairingOptions>>().Value.NoRepeatWeeks,
                Day = provider.GetRequiredService<IOptions<PairingOptions>>().Value.Day,
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<OrganisationOptions>>().Value.TimeZone),
            })
            .AddSingleton<IWorkingTimeProvider, CalendarWorkingTimeProvider>()
            .AddSingleton<SharedWorkingHours>()
            .AddScoped<PairingMembership>()
            .AddScoped<PairingRoundPlanner>()
            .AddScoped<PairingLifecycle>()
            .AddScoped<CoffeeCommand>()
            .AddScoped<PairingNotifier>()
            .AddScoped<CoffeePlanning>()
            .AddScoped<CoffeeSteps>()
            .AddJob<PairingJob>("pairing", new JobSchedule.Every(TimeSpan.FromMinutes(1)))
            .AddRoutes(routes => routes
                .Command<CoffeeCommand>("relate coffee", coffee => coffee.HandleAsync)
                .ActionsUnder<CoffeeCommand>("coffee.", coffee => coffee.HandleAsync));
    }
}
