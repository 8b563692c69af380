using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RelateBot.Bot.Features.Balances;
using RelateBot.Bot.Features.Departments;
using RelateBot.Bot.Features.Digests;
using RelateBot.Bot.Features.Directory;
using RelateBot.Bot.Features.Focus;
using RelateBot.Bot.Features.Guide;
using RelateBot.Bot.Features.Help;
using RelateBot.Bot.Features.Home;
using RelateBot.Bot.Features.Introductions;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Bot.Features.Prompts.Kinds;
using RelateBot.Bot.Features.Pairing;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Features.Ties;
using RelateBot.Domain.Digests;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Focus;
using RelateBot.Domain.Help;
using RelateBot.Domain.Introductions;
using RelateBot.Domain.Prompts;
using RelateBot.Domain.Pairing;
using RelateBot.Infrastructure.Scheduling;

namespace RelateBot.Bot.Chat;

/// <summary>Registers the seam, the features behind it and the domain's handlers.</summary>
public static class ChatRegistration
{
    public static IServiceCollection AddChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OrganisationOptions>().Bind(configuration.GetSection(OrganisationOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .Validate(
                options => TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _),
                "Set Organisation:TimeZone to an IANA time zone, for example Europe/Zurich.")
            .Validate(
                options => Blackouts.TryParse(options.Blackouts, out _, out _),
                "Set Organisation:Blackouts to days with commas between them, for example 12-25, 2026-12-24..2027-01-02, 08-01 CH.")
            .ValidateOnStart();
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection(OutboxOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations().ValidateOnStart();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CommandRouter>();
        services.AddSingleton<Workspaces>();
        services.AddSingleton<SealedWords>();
        services.AddSingleton<OutboxDispatch>();
        services.AddHostedService<OutboxSender>();
        services.AddScoped<RequestHandling>();
        services.AddScoped<Outbound>();
        return services.AddThanks().AddHelp(configuration).AddDepartments(configuration).AddFocus().AddIntroductions().AddPairing(configuration).AddPrompts(configuration)
            .AddDigests().AddDirectory().AddHome().AddSingleton<GuideCommand>();
    }

    private static IServiceCollection AddThanks(this IServiceCollection services) => services
        .AddScoped<Acts>()
        .AddScoped<GiveThanksHandler>()
        .AddScoped<UndoThanksHandler>()
        .AddScoped<SecondThanksHandler>()
        .AddScoped<NameResolver>()
        .AddScoped<ThanksParser>()
        .AddScoped<Drafts>()
        .AddScoped<ThanksNews>()
        .AddScoped<ThanksCommand>()
        .AddScoped<TeamThanks>()
        .AddScoped<ThanksReactions>()
        .AddScoped<ThanksActions>();

    private static IServiceCollection AddHelp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HelpOptions>().Bind(configuration.GetSection(HelpOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(provider => new HelpRules
            {
                ExpireAfterDays = provider.GetRequiredService<IOptions<HelpOptions>>().Value.ExpireAfter,
                FollowUpAfterDays = provider.GetRequiredService<IOptions<HelpOptions>>().Value.FollowUpAfter,
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<OrganisationOptions>>().Value.TimeZone),
            })
            .AddScoped<AskBook>()
            .AddScoped<AskForHelpHandler>()
            .AddScoped<AskLife>()
            .AddScoped<AskNews>()
            .AddScoped<AskLeavers>()
            .AddScoped<SolvedAsks>()
            .AddScoped<AskCommand>()
            .AddScoped<AskActions>()
            .AddScoped<HelpGiven>()
            .AddScoped<HelpedCommand>()
            .AddScoped<AskSteps>()
            .AddScoped<ClaimSteps>()
            .AddJob<HelpJob>("help", new Rhythm.Every(TimeSpan.FromMinutes(1)));
    }

    private static IServiceCollection AddDepartments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection(PrivacyOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddScoped<OfferBook>()
            .AddScoped<DepartmentPages>()
            .AddScoped<DepartmentCommand>()
            .AddScoped<OfferCommand>()
            .AddScoped<HelpSearch>()
            .AddScoped<WithCommand>()
            .AddScoped<DepartmentBalances>()
            .AddScoped<MeCommand>();
    }

    private static IServiceCollection AddIntroductions(this IServiceCollection services) => services
        .AddScoped<WarmPaths>()
        .AddScoped<AskForIntroductionHandler>()
        .AddScoped<IntroductionLife>()
        .AddScoped<IntroductionNews>()
        .AddScoped<IntroCommand>()
        .AddScoped<IntroductionSteps>()
        .AddJob<IntroductionJob>("introductions", new Rhythm.Every(TimeSpan.FromMinutes(5)));
    private static IServiceCollection AddPrompts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PromptOptions>().Bind(configuration.GetSection(PromptOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<PromptOptions>>().Value.Rules)
            .AddSingleton<PeoplesDays>()
            .AddScoped<IPromptSource, Solved>()
            .AddScoped<IPromptSource, Newcomer>()
            .AddScoped<IPromptSource, Anniversary>()
            .AddScoped<IPromptSource, FocusFive>()
            .AddScoped<IPromptSource, WhoHelped>()
            .AddScoped<IPromptSource, Balance>()
            .AddScoped<IPromptSource, QuietTie>()
            .AddScoped<IPromptSource, HowToHelpRenewal>()
            .AddScoped<IPromptSource, NeedHelp>()
            .AddScoped<IAttention, Attention>()
            .AddScoped<PromptMeeting>()
            .AddScoped<PromptRound>()
            .AddScoped<PromptSettings>()
            .AddScoped<PromptCommand>()
            .AddScoped<PromptActions>()
            .AddJob<PromptJob>("prompts", new Rhythm.Every(TimeSpan.FromMinutes(5)));
    }

    private static IServiceCollection AddFocus(this IServiceCollection services) => services
        .AddSingleton(Openers.Read(Environment.CurrentDirectory, AppContext.BaseDirectory))
        .AddScoped<FocusBook>()
        .AddScoped<FiveViews>()
        .AddScoped<FiveCommand>()
        .AddScoped<FiveActions>();

    private static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddSingleton(provider => new DigestRules(provider.GetRequiredService<IOptions<PrivacyOptions>>().Value.MinimumGroup))
        .AddScoped<DigestBook>()
        .AddScoped<TrendBook>()
        .AddSingleton<TrendMemory>()
        .AddScoped<DigestRights>()
        .AddScoped<DigestCommand>()
        .AddScoped<DashboardCommand>()
        .AddScoped<DigestSending>()
        .AddJob<DigestJob>("digests", new Rhythm.Every(TimeSpan.FromMinutes(5)));
    private static IServiceCollection AddPairing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PairingOptions>().Bind(configuration.GetSection(PairingOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(provider => new PairingRules
            {
                NoRepeatWeeks = provider.GetRequiredService<IOptions<PairingOptions>>().Value.NoRepeatWeeks,
                Day = provider.GetRequiredService<IOptions<PairingOptions>>().Value.Day,
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<OrganisationOptions>>().Value.TimeZone),
            })
            .AddSingleton<IWorkingHours, HoursOfPeople>()
            .AddSingleton<PairingTimes>()
            .AddScoped<PairingBook>()
            .AddScoped<PairingPlan>()
            .AddScoped<PairingLife>()
            .AddScoped<CoffeeCommand>()
            .AddScoped<CoffeePost>()
            .AddScoped<CoffeePlanning>()
            .AddScoped<CoffeeSteps>()
            .AddJob<PairingJob>("pairing", new Rhythm.Every(TimeSpan.FromMinutes(1)));
    }

    private static IServiceCollection AddHome(this IServiceCollection services) => services
        .AddSingleton<HomeMessages>()
        .AddScoped<HomeCommand>()
        .AddScoped<IHomeSection, AsksSection>()
        .AddScoped<IHomeSection, FiveSection>()
        .AddScoped<IHomeSection, CoffeeSection>()
        .AddScoped<IHomeSection, ReceivedSection>()
        .AddScoped<IHomeSection, GivenSection>()
        .AddScoped<IHomeSection, DigestSection>()
        .AddScoped<IHomeSection, PromptSection>()
        .AddHostedService<HomeRefresh>();

    private static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddScoped<Administrators>()
        .AddScoped<AdminCommand>()
        .AddScoped<DirectoryProgress>()
        .AddSingleton<DirectoryIntake>()
        .AddSingleton<DirectoryReading>()
        .AddHostedService<DirectoryService>()
        .AddJob<DirectoryJob>("directory", provider => Night(provider.GetRequiredService<IOptions<OrganisationOptions>>().Value))
        .AddHostedService<NewcomerService>();

    private static Rhythm.Daily Night(OrganisationOptions organisation) => new(organisation.QuietHour, TimeZoneInfo.FindSystemTimeZoneById(organisation.TimeZone));
}
