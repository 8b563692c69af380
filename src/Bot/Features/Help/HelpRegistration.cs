using Microsoft.Extensions.Options;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Routing;
using RelateBot.Domain.Help;
using RelateBot.Infrastructure.Scheduling;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Bot.Features.Help;

/// <summary>Registers asks, and help that is reported without an ask.</summary>
public static class HelpRegistration
{
    public static IServiceCollection AddHelp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<HelpOptions>(configuration, HelpOptions.Section);
        return services
            .AddSingleton(provider => new HelpRules
            {
                ExpireAfterDays = provider.GetRequiredService<IOptions<HelpOptions>>().Value.ExpireAfter,
                FollowUpAfterDays = provider.GetRequiredService<IOptions<HelpOptions>>().Value.FollowUpAfter,
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<OrganisationOptions>>().Value.TimeZone),
            })
            .AddScoped<AskReader>()
            .AddScoped<AskForHelpHandler>()
            .AddScoped<AskLifecycle>()
            .AddScoped<AskStepRunner>()
            .AddScoped<AskNotifier>()
            .AddScoped<LeaverAskHandler>()
            .AddScoped<AskThanksHandler>()
            .AddScoped<AskCommand>()
            .AddScoped<AskActions>()
            .AddScoped<HelpClaimLifecycle>()
            .AddScoped<HelpedCommand>()
            .AddScoped<AskSteps>()
            .AddScoped<ClaimSteps>()
            .AddJob<HelpJob>("help", new JobSchedule.Every(TimeSpan.FromMinutes(1)))
            .AddRoutes(routes => routes
                .Command<AskCommand>("ask", ask => ask.HandleAsync)
                .Form<AskCommand>(AskForm.Ask, ask => ask.HandleAsync)
                .ActionsUnder<AskActions>("ask.", actions => actions.HandleAsync)
                .Form<AskActions>(AskForm.Suggest, actions => actions.HandleAsync)
                .Command<HelpedCommand>("helped", helped => helped.HandleAsync)
                .ActionsUnder<HelpedCommand>("helped.", helped => helped.HandleAsync));
    }
}
