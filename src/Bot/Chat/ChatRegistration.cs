using Microsoft.Extensions.DependencyInjection.Extensions;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Outbox.Deferred;
using RelateBot.Bot.Chat.Outbox.Failures;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Features.Balances;
using RelateBot.Bot.Features.Departments;
using RelateBot.Bot.Features.Digests;
using RelateBot.Bot.Features.Directory;
using RelateBot.Bot.Features.Focus;
using RelateBot.Bot.Features.Guide;
using RelateBot.Bot.Features.Help;
using RelateBot.Bot.Features.Home;
using RelateBot.Bot.Features.Introductions;
using RelateBot.Bot.Features.Pairing;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Features.Ties;
using RelateBot.Bot.Reading;
using RelateBot.Bot.Routing;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Scheduling;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Bot.Chat;

/// <summary>Registers the chat core that connects platforms and features, and lets every feature register itself.</summary>
public static class ChatRegistration
{
    public static IServiceCollection AddChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<OrganisationOptions>(configuration, OrganisationOptions.Section)
            .Validate(
                options => TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _),
                "Set Organisation:TimeZone to an IANA time zone, for example Europe/Zurich.")
            .Validate(
                options => Blackouts.TryParse(options.Blackouts, out _, out _),
                "Set Organisation:Blackouts to days with commas between them, for example 12-25, 2026-12-24..2027-01-02, 08-01 CH.");
        services.AddValidatedOptions<OutboxOptions>(configuration, OutboxOptions.Section);

        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<WorkspaceRegistry>()
            .AddSingleton<SealedTextOpener>()
            .AddSingleton<OutboxDispatcher>()
            .AddHostedService<OutboxSender>()
            .AddSingleton<ConfiguredChannels>()
            .AddScoped<OutboxWriter>()
            .AddScoped<UnusableChannelNotifier>()
            .AddSingleton<ReplyOutbox>()
            .AddScoped<DeliveryFailureRouter>()
            .AddScoped<WaitingMessageStep>()
            .AddJob<WaitingMessageJob>("waiting messages", new JobSchedule.Every(TimeSpan.FromMinutes(1)))
            .AddRequestRouting()
            .AddReading()
            .AddThanks()
            .AddHelp(configuration)
            .AddDepartments()
            .AddBalances(configuration)
            .AddTies()
            .AddFocus()
            .AddIntroductions()
            .AddPairing(configuration)
            .AddPrompts(configuration)
            .AddDigests()
            .AddDirectory()
            .AddHome()
            .AddGuide();
    }
}
