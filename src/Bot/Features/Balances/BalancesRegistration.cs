using RelateBot.Bot.Features.Departments;
using RelateBot.Bot.Routing;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Bot.Features.Balances;

/// <summary>How somebody stands with a colleague or a department, and a department with others.</summary>
public static class BalancesRegistration
{
    public static IServiceCollection AddBalances(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PrivacyOptions>(configuration, PrivacyOptions.Section);
        return services
            .AddScoped<WithCommand>()
            .AddScoped<DepartmentBalances>()
            .AddRoutes(routes => routes
                .Command<WithCommand>("relate with", with => with.HandleAsync)
                .Action<WithCommand>(BalanceMessages.ThankAction, with => with.ThankAsync)
                .Action<DepartmentBalances>(DepartmentMessages.BalanceAction, balances => balances.HandleAsync));
    }
}
