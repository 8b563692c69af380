using RelateBot.Bot.Features.Departments;
using RelateBot.Bot.Routing;
using RelateBot.Infrastructure.Settings;

namespace RelateBot.Bot.Features.Balances;

/// <summary>Registers the balance of a person with others, and of a department with other departments.</summary>
public static class BalancesRegistration
{
    public static IServiceCollection AddBalances(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PrivacyOptions>(configuration, PrivacyOptions.Section);
        return services
            .AddScoped<BalanceCommand>()
            .AddScoped<DepartmentBalanceHandler>()
            .AddRoutes(routes => routes
                .Command<BalanceCommand>("relate with", balanceCommand => balanceCommand.HandleAsync)
                .Action<BalanceCommand>(BalanceMessages.ThankAction, balanceCommand => balanceCommand.ThankAsync)
                .Action<DepartmentBalanceHandler>(DepartmentMessages.BalanceAction, balances => balances.HandleAsync));
    }
}
