using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RelateBot.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class DepartmentRosterId : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RosterId",
                table: "departments",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true,
                collation: "C");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RosterId",
                table: "departments");
        }
    }
}
