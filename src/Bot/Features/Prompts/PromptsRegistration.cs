using Microsoft.Extensions.Options;
using RelateBot.Bot.Features.Prompts.Kinds;
using RelateBot.Bot.Routing;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Scheduling;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Bot.Features.Prompts;

/// <summary>Registers prompts and their settings.</summary>
public static class PromptsRegistration
{
    public static IServiceCollection AddPrompts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PromptOptions>(configuration, PromptOptions.Section);
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<PromptOptions>>().Value.Rules)
            .AddSingleton<WorkCalendars>()
            .AddScoped<IPromptSource, SolvedPromptSource>()
            .AddScoped<IPromptSource, NewcomerPromptSource>()
            .AddScoped<IPromptSource, AnniversaryPromptSource>()
            .AddScoped<IPromptSource, FocusPromptSource>()
            .AddScoped<IPromptSource, WhoHelpedPromptSource>()
            .AddScoped<IPromptSource, BalancePromptSource>()
            .AddScoped<IPromptSource, QuietTiePromptSource>()
            .AddScoped<IPromptSource, HowToHelpPromptSource>()
            .AddScoped<IPromptSource, NeedHelpPromptSource>()
            .AddScoped<IProactiveMessageBudget, ProactiveMessageBudget>()
            .AddScoped<PromptBatchSender>()
            .AddScoped<PromptSettings>()
            .AddScoped<PromptCommand>()
            .AddScoped<PromptActions>()
            .AddScoped<PromptPlanCreator>()
            .AddJob<PromptJob>("prompts", new JobSchedule.Every(TimeSpan.FromMinutes(5)))
            .AddRoutes(routes => routes
                .Command<PromptCommand>("relate prompts", prompts => prompts.HandleAsync)
                .Form<PromptCommand>(PromptForm.Settings, prompts => prompts.HandleAsync)
                .Action<PromptCommand>(PromptSettingsMessages.FormAction, prompts => prompts.HandleAsync)
                .Action<PromptCommand>(PromptSettingsMessages.OnAction, prompts => prompts.HandleAsync)
                .Action<PromptCommand>(PromptSettingsMessages.ResumeAction, prompts => prompts.HandleAsync)
                .Redirect<PromptActions>(PromptMessages.DoAction, actions => actions.AnswerAsync)
                .ActionsUnder<PromptActions>("prompt.", actions => actions.HandleAsync)
                .Form<PromptActions>(PromptForm.Snooze, actions => actions.HandleAsync));
    }
}
